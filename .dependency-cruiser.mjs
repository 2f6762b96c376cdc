// The floor plan as code: who may import whom. docs/architecture.md says it in words.
// `$1` in a `to` is the slice captured in the `from`.

const slices = [
  'sign-in',
  'run-office',
  'register-enterprise',
  'resolve-duplicates',
  'import-list',
  'plan-census',
  'survey-field',
  'review-census',
  'reach-out',
  'plan-programme',
  'record-support',
  'judge-eligibility',
  'take-applications',
  'select-participants',
  'run-intake',
  'follow-outcomes',
  'hold-expo',
  'show-catalogue',
  'grow-exports',
  'visit-enterprise',
  'score-enterprise',
  'measure-impact',
  'view-dashboard',
  'export-report',
  'protect-data',
  'open-api',
];

const SLICE = '^src/features/([^/]+)';
const KERNEL = '^src/kernel/';
const OWN = (...rooms) => rooms.map((room) => `^src/features/$1/${room}`);
const DOOR = '^src/features/[^/]+/index\\.server\\.ts$';
const QUESTIONNAIRE = '^src/questionnaire/';
const LINKAGE = ['^src/likeness/', '^src/linkage/'];
const SELECTION = '^src/selection/';
const PAPERS = '^src/papers/';
const DB_TYPES = '^src/platform/db/(tables|connect\\.server|bulk-insert\\.server)\\.ts$';
const TEST = '(\\.test\\.tsx?|/factory\\.ts)$';

/** A room may import what matches `allowed`, and nothing else of src/. Tests are free. */
const room = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: '^src/', pathNot: allowed },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^\\./\\+types/|^virtual:' },
    },
    room('kernel-is-pure', KERNEL, [KERNEL]),
    room('linkage-knows-no-enterprises', '^src/linkage/', ['^src/linkage/']),
    // Files and threads are the business of src/linkage/node/, which the engine itself does not know.
    room('linkage-engine-is-pure', '^src/linkage/(?!node/)', ['^src/linkage/(?!node/)']),
    room('selection-knows-no-enterprises', SELECTION, [SELECTION]),
    // The solver, threads and files are the business of src/selection/node/.
    room('selection-is-pure', '^src/selection/(?!node/)', ['^src/selection/(?!node/)']),
    // How a paper looks, as DOCX and as PDF; what stands on it is the slices' business.
    room('papers-know-no-enterprises', PAPERS, [PAPERS, KERNEL]),
    // Whoever checks a list shares nothing with what made it but the shapes.
    {
      name: 'certificate-checked-apart',
      severity: 'error',
      from: { path: '^src/selection/check-certificate\\.ts$' },
      to: { pathNot: '^src/selection/(problem|certificate)\\.ts$' },
    },
    // What enterprises are compared by, and how: the engine set up for the register.
    room('likeness-is-pure', '^src/likeness/', ['^src/likeness/', '^src/linkage/', KERNEL]),
    room('questionnaire-is-pure', QUESTIONNAIRE, [QUESTIONNAIRE, KERNEL]),
    // The program on phones: nothing of the server reaches it.
    room('field-app-runs-on-phones', '^src/field-app/', [
      '^src/field-app/',
      QUESTIONNAIRE,
      KERNEL,
      '^src/linkage/(?!node/)',
      '^src/features/(survey-field|plan-census)/rules/',
      '^src/ui/(tokens|fonts)\\.css$',
    ]),
    // A trainer's phone marks who came; nothing of the server reaches it.
    room('attendance-app-runs-on-phones', '^src/attendance-app/', [
      '^src/attendance-app/',
      KERNEL,
      '^src/features/run-intake/rules/',
      '^src/ui/(tokens|fonts)\\.css$',
    ]),
    room('sample-is-pure', '^src/sample/', ['^src/sample/', KERNEL]),
    room('platform-knows-no-business', '^src/platform/', ['^src/platform/', KERNEL]),
    room('ui-knows-no-business', '^src/ui/', ['^src/ui/', KERNEL]),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: {
        path: [
          '^src/(kernel|sample|likeness|questionnaire|field-app|attendance-app|(linkage|selection)(?!/node))/',
          `${SLICE}/rules/`,
        ],
        pathNot: TEST,
      },
      to: { dependencyTypes: ['core'] },
    },
    room('rules', `${SLICE}/rules/`, [
      ...OWN('rules/'),
      KERNEL,
      QUESTIONNAIRE,
      '^src/linkage/(?!node/)',
      '^src/selection/(?!node/)',
      '^src/papers/paper\\.ts$',
      '^src/likeness/enterprise-record\\.ts$',
    ]),
    room('store', `${SLICE}/[^/]*store\\.server\\.ts$`, [
      ...OWN('rules/', '[^/]*store\\.server\\.ts$'),
      KERNEL,
      QUESTIONNAIRE,
      '^src/likeness/enterprise-record\\.ts$',
      DB_TYPES,
    ]),
    room('input', `${SLICE}/input\\.ts$`, [...OWN('rules/'), KERNEL]),
    room('permissions', `${SLICE}/permissions\\.ts$`, [...OWN('rules/'), KERNEL]),
    room('messages', `${SLICE}/messages/`, [...OWN('rules/', 'messages/'), KERNEL]),
    room('commands-and-queries', `${SLICE}/(commands|queries)/`, [
      ...OWN(
        'rules/',
        'commands/',
        'queries/',
        'input\\.ts$',
        '[^/]*store\\.server\\.ts$',
        'permissions\\.ts$',
        'messages/',
        'events\\.ts$',
      ),
      KERNEL,
      QUESTIONNAIRE,
      ...LINKAGE,
      SELECTION,
      PAPERS,
      '^src/platform/(?!db/)',
      DB_TYPES,
      DOOR,
    ]),
    room('screens', `${SLICE}/screens/`, [
      ...OWN('screens/', 'rules/', 'messages/', 'input\\.ts$'),
      KERNEL,
      QUESTIONNAIRE,
      '^src/ui/',
    ]),
    room('routes', `${SLICE}/routes/`, [
      ...OWN(
        'screens/',
        'queries/',
        'commands/',
        'input\\.ts$',
        'permissions\\.ts$',
        'messages/',
        'rules/',
        'routes/',
      ),
      KERNEL,
      '^src/ui/',
      '^src/platform/(http|auth)/',
      '^src/platform/(command|services)\\.server\\.ts$',
      DOOR,
    ]),
    room('api', `${SLICE}/api(\\.server\\.ts$|/)`, [
      ...OWN('api/', 'queries/', 'commands/', 'input\\.ts$', 'permissions\\.ts$', 'rules/'),
      KERNEL,
      '^src/platform/(http|auth)/',
      '^src/platform/command\\.server\\.ts$',
      DOOR,
    ]),
    room('door', `${SLICE}/index\\.server\\.ts$`, [
      ...OWN(
        'commands/',
        'queries/',
        '[^/]*store\\.server\\.ts$',
        'rules/',
        'messages/',
        'events\\.ts$',
        'permissions\\.ts$',
        'api\\.server\\.ts$',
        'input\\.ts$',
      ),
      KERNEL,
    ]),
    // A slice is entered by its door, and only from slices that come later in the floor plan.
    {
      name: 'slices-only-by-the-door',
      severity: 'error',
      from: { path: SLICE, pathNot: TEST },
      to: { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', DOOR] },
    },
    ...slices.map((slice, at) => ({
      name: `${slice}-calls-only-earlier-slices`,
      severity: 'error',
      from: { path: `^src/features/${slice}/`, pathNot: TEST },
      to: {
        path: '^src/features/',
        pathNot: slices.slice(0, at + 1).map((earlier) => `^src/features/${earlier}/`),
      },
    })),
    {
      name: 'testing-only-in-tests-and-seeds',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, '^src/testing/'] },
      to: { path: ['^src/testing/', '/factory\\.ts$'] },
    },
    {
      name: 'nothing-imports-the-wiring',
      severity: 'error',
      from: {
        path: '^src/(kernel|linkage|selection|papers|likeness|questionnaire|field-app|attendance-app|sample|platform|ui|features|testing)/',
      },
      to: { path: '^src/(server|worker|cli|linkage-cli|routes|root|entry\\.[a-z]+)\\.tsx?$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.react-router)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
