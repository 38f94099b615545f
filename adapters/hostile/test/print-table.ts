// The only place that prints the table of hostile adapters as it is here and now, with what differs from run to run.
//
//     npm run hostile

import { injuriesOfAll, tableOf } from './table.ts';

process.stdout.write(`${tableOf(await injuriesOfAll(), true)}\n`);
