import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './build-plugins/content-security-policy.ts';
import { offlineCopy } from './build-plugins/offline-copy.ts';
import { phoneMetadata } from './build-plugins/phone-metadata.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

/* The staff demo: files alone, for any file server, under any path. docs/demo.md says how it is used. */
export default defineConfig({
  // Every address in it is relative to the page or the file that names it.
  base: './',
  // What it needs of it is among its own files.
  publicDir: false,
  plugins: [
    react(),
    phoneMetadata(),
    // Registering the service worker takes a policy of its own, for its one address.
    contentSecurityPolicy({ 'frame-src': "'self'", 'worker-src': "'self'", 'trusted-types': 'offline-copy' }),
    offlineCopy('demo'),
  ],
  define: {
    'import.meta.env.APP_VERSION': JSON.stringify(version),
    'import.meta.env.GALLERY': 'false',
  },
  preview: { host: '127.0.0.1', port: 4174 },
  build: {
    outDir: 'build/demo',
    target: 'es2022',
    assetsDir: 'demo/assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: { input: ['demo/index.html', 'demo/phone/index.html'] },
  },
});
