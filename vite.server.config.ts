import { defineConfig } from 'vite';

/**
 * Bundles the server with its imports, so that plain Node runs `build/server/main.js`. The end-to-end tests use the second
 * entry to start a server in their process.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/server',
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: 'server/main.ts', 'start-server': 'server/start-server.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
