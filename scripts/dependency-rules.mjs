/** The house rules on imports, made from `architecture.mjs`. */
import { engines, rooms } from '../architecture.mjs';

const tests = '\\.(test|reference)\\.tsx?$';
/** What the platform gives to pure code and to the browser. */
const purePlatform = 'src/platform/(contract|access|refusal|input|input-words|group|text-table|csv/[a-z-]+)\\.ts$';
const ioFile = '\\.(store|actions|jobs|import)\\.ts$';
const pureGround = '^src/(rooms|stats|series|flow|time)/';
const dottedFile = '\\.[a-z]+\\.tsx?$';
const coreModules =
  '^(node:)?(fs|path|os|net|http|https|crypto|child_process|worker_threads|url|process|stream|zlib|timers)$';
const webFile = '(^src/ui/|/web/)';

const roomOrder = rooms.slice(0, -1).map((room, i) => ({
  name: `room-order-${room.name}`,
  comment: 'A room imports only rooms above it.',
  from: { path: `^src/rooms/${room.name}/`, pathNot: tests },
  to: {
    path: `^src/rooms/(${rooms
      .slice(i + 1)
      .map((later) => later.name)
      .join('|')})/`,
  },
}));

const doors = rooms.flatMap((room) => [
  {
    name: `two-doors-${room.name}`,
    comment: 'Into another room by its index (pure) or its actions (IO).',
    from: { path: '^src/rooms/', pathNot: [`^src/rooms/${room.name}/`, '/web/', tests] },
    to: {
      path: `^src/rooms/${room.name}/`,
      pathNot: [`^src/rooms/${room.name}/index\\.ts$`, `^src/rooms/${room.name}/[^/]+\\.actions\\.ts$`],
    },
  },
  {
    name: `screen-doors-${room.name}`,
    comment: 'Screens into another room by its index, its contract or its screens.',
    from: { path: '^src/rooms/[^/]+/web/', pathNot: [`^src/rooms/${room.name}/`, tests] },
    to: {
      path: `^src/rooms/${room.name}/`,
      pathNot: [`^src/rooms/${room.name}/(index|contract)\\.ts$`, `^src/rooms/${room.name}/web/`],
    },
  },
]);

export const rules = [
  ...roomOrder,
  ...doors,
  {
    name: 'own-index',
    comment: 'A room does not import its own index.',
    from: { path: '^src/rooms/([^/]+)/', pathNot: [tests, '/web/'] },
    to: { path: '^src/rooms/$1/index\\.ts$' },
  },
  {
    name: 'rooms-are-listed',
    comment: 'Only rooms of architecture.mjs exist.',
    from: { path: '^src/' },
    to: { path: '^src/rooms/', pathNot: `^src/rooms/(${rooms.map((room) => room.name).join('|')})/` },
  },
  {
    name: 'purity',
    comment: 'A plain file name means pure: nothing it reaches does IO.',
    from: { path: pureGround, pathNot: [dottedFile, '/web/'] },
    to: {
      path: [ioFile, '^src/platform/', '^src/apps/', coreModules, 'node_modules/(pg|fastify|pino|esbuild)/'],
      pathNot: purePlatform,
      reachable: true,
    },
  },
  {
    name: 'web-never-server',
    comment: 'What runs in the browser never reaches code of the server.',
    from: { path: webFile, pathNot: [tests, '\\.build\\.ts$'] },
    to: {
      path: [
        ioFile,
        '^src/platform/(db|http|cli|jobs|postgres|testing|secrets)/',
        '^src/platform/(config|env|log|clock|ids|root|actions)\\.ts$',
        coreModules,
      ],
      reachable: true,
    },
  },
  {
    name: 'no-cycles',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'grounds-know-no-rooms',
    comment: 'Platform, time, ui and the engines know no domain.',
    from: { path: '^src/(platform|time|ui|stats|series|flow)/', pathNot: tests },
    to: { path: '^src/(rooms|apps|demo)/' },
  },
  {
    name: 'engines-stand-alone',
    comment: 'An engine depends on nothing outside itself and time.',
    from: { path: `^src/(${engines.join('|')})/`, pathNot: tests },
    to: { path: '^src/', pathNot: ['^src/$1/', '^src/time/'] },
  },
  {
    name: 'demo-only-from-apps',
    from: { path: '^src/', pathNot: ['^src/(apps|demo)/', tests] },
    to: { path: '^src/demo/' },
  },
];
