// The only place that compiles the JSON Schemas. The build replaces this module by the compiled code, so that ajv is no
// dependency of the package.

import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../spec/schema/${name}.schema.json`, import.meta.url), 'utf8'));

/** How the schemas are compiled, here and in the build. */
export const ajvOptions = { allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false } as const;

const ajv = new Ajv(ajvOptions);

export const scenario: ValidateFunction = ajv.compile(schema('scenario'));
export const clauses: ValidateFunction = ajv.compile(schema('clauses'));
export const situations: ValidateFunction = ajv.compile(schema('situations'));
export const baseline: ValidateFunction = ajv.compile(schema('baseline'));
export const ledger: ValidateFunction = ajv.compile(schema('ledger'));
