import { indonesianAdvisor } from './likeness/indonesian-advisor.ts';
import { indonesianTransforms } from './likeness/indonesian-transforms.ts';
import { runLinkageCommandLine } from './linkage/node/command-line.ts';

/** The command line of record linkage: npm run linkage -- dedupe | link. Needs no database. */
process.exitCode = await runLinkageCommandLine(process.argv.slice(2), {
  transforms: indonesianTransforms,
  advisor: indonesianAdvisor,
});
