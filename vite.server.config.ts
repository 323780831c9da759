import { defineConfig } from 'vite';

/**
 * Bundles the server with everything that it imports, so that plain Node runs `build/server/main.js`. The second entry
 * is for whoever starts a server inside another process, as the end-to-end tests do.
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
