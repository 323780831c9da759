import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './build-plugins/content-security-policy.ts';
import { offlineCopy } from './build-plugins/offline-copy.ts';
import { phoneMetadata } from './build-plugins/phone-metadata.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

/* The staff demo: static files for any file server and path. See docs/demo.md. */
export default defineConfig({
  // Makes all URLs relative.
  base: './',
  // The demo has its own copies.
  publicDir: false,
  plugins: [
    react(),
    phoneMetadata(),
    // Registering the service worker needs a Trusted Types policy.
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
