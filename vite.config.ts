import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { compression } from 'vite-plugin-compression2';
import { configDefaults, defineConfig } from 'vitest/config';
import { compressChunks } from './build-plugins/compress-chunks.ts';
import { contentSecurityPolicy } from './build-plugins/content-security-policy.ts';
import { phoneMetadata } from './build-plugins/phone-metadata.ts';
import { prerenderedSignIn } from './build-plugins/prerender.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const facility = `http://127.0.0.1:${process.env.PORT ?? 4173}`;

const tests = '{src,server,scripts,build-plugins,bench}/**/*.test.{ts,tsx}';
/** The tests of what reads or tells a date or a time of day, and of the zone that they run in. */
const timeTests = [
  'src/{i18n,access,unlock}/**/*.test.{ts,tsx}',
  'src/model/{access-hours,door-state}.test.ts',
  'src/api/timing/{http-date,rate-limit-fields}.test.ts',
  'src/systems/kiss/access*.test.ts',
  'src/activity/journal*.test.ts',
  'src/app/help-report.test.ts',
  'scripts/time-zone.node.test.ts',
];

/** Tests that put other modules in the place of real ones, or load them anew: no other test may meet those. */
const isolatedTests = ['src', 'server', 'scripts', 'build-plugins', 'bench']
  // A copy of the app alone is built from this file as well.
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /\bvi\.(mock|doMock|resetModules)\(/.test(readFileSync(file, 'utf8')));

export default defineConfig(({ command, mode }) => ({
  plugins: [
    react(),
    phoneMetadata(),
    // The gallery shows states of its own, and begins with an empty page.
    ...(mode === 'gallery' ? [] : [prerenderedSignIn()]),
    // The gallery is built for tests only.
    ...(mode === 'gallery' ? [] : [compressChunks()]),
    contentSecurityPolicy(),
    // Not config.json: an operator writes it after the build.
    compression({
      algorithms: ['gzip', 'brotliCompress'],
      include: /\.(html|js|css|svg|json)$/,
      exclude: [/(^|\/)config\.json$/, /^\.vite\//],
      threshold: 1024,
      logLevel: 'silent',
    }),
  ],
  define: {
    'import.meta.env.APP_VERSION': JSON.stringify(version),
    'import.meta.env.GALLERY': JSON.stringify(command === 'serve' || mode === 'gallery'),
  },
  build: {
    outDir: mode === 'gallery' ? 'build/gallery' : 'dist',
    target: 'es2022',
    // The gallery chooses its theme itself, which takes the browser's own `light-dark()`.
    ...(mode === 'gallery' ? { cssTarget: 'chrome123' } : {}),
    manifest: true,
    sourcemap: false,
    // Hashed files only: config.json and the icons keep their names.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What the page itself loads is there before anything that is loaded later.
      resolveDependencies: (_file, deps) => deps.filter((dep) => !/\/(index|react|rolldown-runtime)-/.test(dep)),
    },
    rolldownOptions: {
      // The system that comes along with the entry (src/main.tsx) is still imported as any other.
      checks: { ineffectiveDynamicImport: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // A chunk of its own, because it changes with React and not with every deploy. All later chunks need it.
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\/|vite\/preload-helper|rolldown\/runtime|src\/platform\/platform-context/,
            },
            // Asked for together, as soon as the first page stands.
            {
              name: 'late',
              test: /src\/(app\/(footer|defects)|notices\/banners|sign-in\/country-list)\.tsx?|virtual:phone-countries/,
            },
            // The same of the first page behind sign-in.
            {
              name: 'later',
              test: /src\/(activity\/page|app\/(help-page|help-report)|notices\/(toaster|toast-list))\.tsx?/,
            },
            // What the steps after the number share: as one file it weighs less than as seven.
            {
              name: 'after-number',
              test: /node_modules\/zod\/|src\/(i18n\/(dates|format)|model\/access-hours|ui\/icons|api\/read-json|notices\/trouble)\.|node_modules\/lucide\//,
            },
          ],
        },
      },
    },
  },
  server: {
    // `npm start` in another terminal serves the simulated facility.
    proxy: { '/api': facility, '/gateway': facility, '/__facility': facility },
  },
  test: {
    // Whoever needs a browser says so in the first line: making one takes longer than most tests.
    environment: 'node',
    // Not one fewer than there are cores, as is usual: on a machine of two that is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    setupFiles: ['scripts/unit-setup.ts'],
    testTimeout: 20_000,
    // Far from UTC and from every facility of the tests: a time told in the wrong zone is a wrong time. What tells times runs
    // once more on the other side of UTC, half an hour off. Property tests take long and tell none.
    projects: ['Pacific/Auckland', 'America/St_Johns'].flatMap((TZ, nth) => [
      {
        extends: true,
        test: {
          name: TZ,
          env: { TZ },
          // A worker loads a module once and runs many files with it, which saves a quarter of the processor time. No module
          // under test keeps a state that a test does not set itself: files pass in any order (`--sequence.shuffle.files`).
          isolate: false,
          include: nth === 0 ? [tests] : timeTests,
          exclude: [...configDefaults.exclude, ...isolatedTests, ...(nth === 0 ? [] : ['**/*.property.test.ts'])],
        },
      },
      {
        extends: true,
        test: {
          name: `${TZ}, isolated`,
          env: { TZ },
          include: isolatedTests,
        },
      },
    ]),
  },
}));
