// The only place where a test's adapter takes a run for what it says it is, as the runner wrote it.

import { isFields } from '../check.ts';
import type { RunContent, RunRequest } from '../message.ts';

type OfData = RunRequest & Extract<RunContent, { readonly mode: 'program'; readonly program: unknown }>;

export const isRunOfData = (message: unknown): message is OfData =>
  isFields(message) && message['type'] === 'run' && message['mode'] === 'program' && isFields(message['program']);
