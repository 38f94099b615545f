// The only place for the package's programmatic API: what `import … from 'taskspec'` gives.

export { AdapterError } from '../adapter.ts';
export type { Adapter, Budget, Description, Partial, Run, Session } from '../adapter.ts';
export { capabilities } from '../capabilities.ts';
export type { Capability } from '../capabilities.ts';
export { conclude } from '../conclusion.ts';
export type { Conclusion } from '../conclusion.ts';
export { coverageOf, provenShare } from '../coverage.ts';
export type { ClauseCoverage, Coverage, Narrowing, SentenceCoverage } from '../coverage.ts';
export { diagnose } from '../diagnose.ts';
export type { Diagnosis } from '../diagnose.ts';
export type { Expectation, Form, Moment, Outcome, Pattern, StepExpectation } from '../expectation.ts';
export { judge } from '../judge/judge.ts';
export type { Judgement } from '../judge/judge.ts';
export type { Ledger, LedgerRow } from '../ledger.ts';
export { loadScenario } from '../load/load-scenario.ts';
export { loadSpec } from '../load/load-spec.ts';
export { renderMistake } from '../load/mistake.ts';
export type { Mistake } from '../load/mistake.ts';
export { overview } from '../overview.ts';
export type { Overview } from '../overview.ts';
export type { Body, Expression, Program, Step } from '../program.ts';
export { misfits } from '../misfits.ts';
export type { Proof, Proofs } from '../proofs.ts';
export { readResults } from '../read-results.ts';
export { reportOf } from '../report.ts';
export type { Case, Report, Suite } from '../report.ts';
export { writeResults } from '../result-stream.ts';
export type { ResultStream } from '../result-stream.ts';
export type { Judged, Result } from '../result.ts';
export { defaultBudget, run } from '../run.ts';
export type { RunOptions } from '../run.ts';
export { everything, select } from '../select.ts';
export type { Selection } from '../select.ts';
export { classes, members } from '../spec.ts';
export type { Class, Clause, Level, Member, Scenario, Spec } from '../spec.ts';
export type { End, Note, Observation, Trace, Value } from '../trace.ts';
export { verdictKinds, weigh } from '../verdict.ts';
export type { Divergence, Verdict, VerdictKind, Weight } from '../verdict.ts';

export { timeline } from '../timeline.ts';
export type { Timeline } from '../timeline.ts';

export { kindOf, operation } from '../../adapters/in-process/binding.ts';
export type { Binding, ErrorType, Kind, Method, Operation, Watch } from '../../adapters/in-process/binding.ts';
export { inProcessAdapter } from '../../adapters/in-process/session.ts';
export { moduleAdapter } from '../../adapters/module/module-adapter.ts';
export { emitPython } from '../../adapters/python/emit.ts';
export { pythonAdapter } from '../../adapters/python/python-adapter.ts';
export { emitStandalone } from '../../adapters/python/standalone.ts';
export { pyodideAdapter } from '../../adapters/pyodide/pyodide-adapter.ts';
export { pypyAdapter } from '../../adapters/pypy/pypy-adapter.ts';
export { uvloopAdapter } from '../../adapters/uvloop/uvloop-adapter.ts';
export { micropythonAdapter } from '../../adapters/micropython/micropython-adapter.ts';
export { cPromiseAdapter } from '../../adapters/c-promise2/c-promise2-adapter.ts';
export { referenceAdapter } from '../../adapters/reference/reference-adapter.ts';
export type { Illustration, Illustrations } from '../../reports/illustrations.ts';
export type { Known, Reporter, ReportOptions } from '../../reports/reporter.ts';
export { reporters } from '../../reports/reporters.ts';
export { stdioAdapter } from '../../adapters/stdio/stdio-adapter.ts';

/** The specification that the package carries. Throws where somebody has broken its files. */
export { openSpec as openBundledSpec } from './spec-source.ts';

/** What the report `html` needs besides results: its page, the scenarios' texts, and what the reference does. */
export { illustrate } from './illustrate.ts';
