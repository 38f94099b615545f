import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { junitReporter } from '../junit.ts';
import { aReport, aReportWith, options } from './a-report.ts';
import { rules } from './rules.ts';

const reporting = suite('JUnit XML');
const text = junitReporter(aReport(), options);
const suites = text.split('<testsuite ').slice(1);

reporting('what a suite says it has is what it has', () => {
  for (const one of suites) {
    const said = ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(one)?.[1]));
    const has = [/<testcase /gu, /<failure /gu, /<error /gu, /<skipped>/gu].map((pattern) => [...one.matchAll(pattern)].length);
    assert.equal(said, has);
  }
  const sum = (name: string): number => suites.reduce((total, one) => total + Number(new RegExp(`${name}="(\\d+)"`, 'u').exec(one)?.[1]), 0);
  assert.match(text, new RegExp(`<testsuites name="taskspec" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">`, 'u'));
});

reporting('what is against the document is a failure, what kept us from judging an error', () => {
  const [first = ''] = suites;
  const of = (kind: string): readonly unknown[] => [...first.matchAll(new RegExp(`<${kind} type="([^"]*)"`, 'gu'))].map(([, type]) => type);
  assert.equal(of('failure'), ['fail', 'fail', 'hang', 'crash', 'budget']);
  assert.equal(of('error'), ['protocol-error', 'adapter-error']);
});

reporting('a should that does not hold and a difference that decides nothing are skipped, and say so', () => {
  assert.match(text, /<skipped>a should that does not hold: expected False/u);
  assert.match(text, /<skipped>differs where the document is silent or contested: expected False/u);
});

reporting('the clauses of each scenario are properties of its suite', () => {
  assert.match(text, /<property name="clauses:cancel\/denied" value="task\.cancel\.deny"\/>/u);
});

reporting('a run that was cut short has an error of its own', () => {
  assert.match(text, /<testcase name="the run as a whole" classname="pyodide">\s*<error type="cut short" message="the run was cut short"\/>/u);
});

reporting('the rules are rules: they refuse what is no JUnit', async () => {
  const broken = [text.replace('<properties>', '<property>'), text.replace(/ tests="\d+"/u, ''), text.replaceAll('skipped>', 'ignored>'), text.replace('<failure ', '<failure at="1" '), `${text}\u0000`];
  for (const one of broken) assert.is.not((await rules['junit']?.(one))?.length, 0);
});

reporting('characters that XML forbids are not there, not even as references', () => {
  assert.not.match(junitReporter(aReportWith('\u0000\u0008\u000c\ufffe\uffff\ud800'), options), /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|&#/u);
});

reporting.run();
