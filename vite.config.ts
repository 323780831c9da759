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
/** The tests of code that parses or formats dates and times. */
const timeTests = [
  'src/{i18n,access,unlock}/**/*.test.{ts,tsx}',
  'src/model/{access-hours,door-state}.test.ts',
  'src/api/timing/{http-date,rate-limit-fields}.test.ts',
  'src/systems/kiss/access*.test.ts',
  'src/activity/journal*.test.ts',
  'src/app/help-report.test.ts',
  'scripts/time-zone.node.test.ts',
];

/** Tests that mock or reset modules, which must not affect other tests. */
const isolatedTests = ['src', 'server', 'scripts', 'build-plugins', 'bench']
  // build-plugins/demo-apart.node.test.ts builds a copy without some of these folders.
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /\bvi\.(mock|doMock|resetModules)\(/.test(readFileSync(file, 'utf8')));

export default defineConfig(({ command, mode }) => ({
  plugins: [
    react(),
    phoneMetadata(),
    // The gallery needs an empty page, and not the prerendered sign-in.
    ...(mode === 'gallery' ? [] : [prerenderedSignIn()]),
    // The gallery is built for tests only.
    ...(mode === 'gallery' ? [] : [compressChunks()]),
    contentSecurityPolicy(),
    // Excludes config.json, because an operator writes it after the build.
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
    // The gallery switches themes, which needs a native `light-dark()`.
    ...(mode === 'gallery' ? { cssTarget: 'chrome123' } : {}),
    manifest: true,
    sourcemap: false,
    // Emits every asset as a file with a hash in its name; config.json and the icons keep their names.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // The page has loaded these before any lazy chunk.
      resolveDependencies: (_file, deps) => deps.filter((dep) => !/\/(index|react|rolldown-runtime)-/.test(dep)),
    },
    rolldownOptions: {
      // src/main.tsx bundles the system with the entry; the registry still imports it dynamically.
      checks: { ineffectiveDynamicImport: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // Separate, because it changes with React and not with every deploy.
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\/|vite\/preload-helper|rolldown\/runtime|src\/platform\/platform-context/,
            },
            // These modules are loaded together after the first page.
            {
              name: 'late',
              test: /src\/(app\/(footer|language-picker|defects)|notices\/banners|sign-in\/country-list)\.tsx?|virtual:phone-countries/,
            },
            // These modules are loaded together after the first signed-in page.
            {
              name: 'later',
              test: /src\/(activity\/page|app\/(help-page|help-report)|notices\/(toaster|toast-list))\.tsx?/,
            },
            // Shared by the sign-in steps after the phone number. One file compresses better than seven.
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
    // `npm start` serves the simulated facility in another terminal.
    proxy: { '/api': facility, '/gateway': facility, '/__facility': facility },
  },
  test: {
    // Tests that need a DOM name jsdom in their first line, because creating one takes longer than most tests.
    environment: 'node',
    // Vitest's default, one fewer than the cores, would be a single worker on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    setupFiles: ['scripts/unit-setup.ts'],
    testTimeout: 20_000,
    // Zones far from UTC and from the facilities of the tests, so that a wrong zone gives a wrong time. Time tests run again west
    // of UTC with a half-hour offset. Property tests are slow and format no times.
    projects: ['Pacific/Auckland', 'America/St_Johns'].flatMap((TZ, nth) => [
      {
        extends: true,
        test: {
          name: TZ,
          env: { TZ },
          // Sharing modules between files saves a quarter of the CPU time. Modules keep no state that a test does not set, so
          // files pass in any order (`--sequence.shuffle.files`).
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
