import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type HtmlTagDescriptor, type Plugin, type Rolldown, runnerImport } from 'vite';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';
import { classicScript } from './classic-script.ts';
import { phoneMetadata } from './phone-metadata.ts';
import { startFilesOf } from './start-files.ts';

const root = join(import.meta.dirname, '..');

/**
 * Prerenders the sign-in into index.html, with inline styles and an inline boot script, because each separate file would
 * delay the first paint by a round trip.
 */
export function prerenderedSignIn(): Plugin {
  return {
    name: 'prerendered-sign-in',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const [page, boot] = await Promise.all([prerenderSignIn(), bootScript(bundle)]);
        const { html: styled, css } = withoutStyleLinks(html, bundle);
        const tags: HtmlTagDescriptor[] = [
          { tag: 'style', children: css, injectTo: 'head' },
          { tag: 'script', children: boot, injectTo: 'head' },
        ];
        const prerendered = withAsyncScripts(styled)
          .replace('<div id="root"></div>', () => `<div id="root">${page}</div>`)
          // Right after `#starting`, before the first paint.
          .replace('<main id="lost"', '<script>showSnapshot()</script>\n    <main id="lost"');
        return { html: prerendered, tags };
      },
    },
  };
}

async function bootScript(bundle: Rolldown.OutputBundle): Promise<string> {
  const files = JSON.stringify(startFilesOf(bundle, ALL_LANGUAGES));
  const code = await classicScript(join(root, 'src/boot/boot.ts'), { START_FILES: files });
  if (/<\/script/i.test(code)) throw new Error('the boot script may not contain </script, which would end it');
  return code;
}

async function prerenderSignIn(): Promise<string> {
  type Module = typeof import('../src/app/prerender.tsx');
  const { module } = await runnerImport<Module>(join(root, 'src/app/prerender.tsx'), {
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [withoutStyles, react(), phoneMetadata()],
    define: { 'import.meta.env.APP_VERSION': '""', 'import.meta.env.GALLERY': 'false' },
  });
  return module.signInHtml;
}

/** The build provides the styles. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? '' : null),
};

/** Removes the style sheet links. Returns the styles; the files stay in the build, unused. */
function withoutStyleLinks(html: string, bundle: Rolldown.OutputBundle): { html: string; css: string } {
  const sheets: string[] = [];
  const rest = html.replace(/\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (_link, file: string) => {
    const asset = bundle[file];
    if (asset?.type !== 'asset') throw new Error(`index.html names ${file}, which is not in the build`);
    sheets.push(String(asset.source));
    return '';
  });
  if (sheets.length === 0)
    throw new Error('index.html names no style sheet: the prerendered page would have no styles');
  return { html: rest, css: sheets.join('\n').trim() };
}

/**
 * Loads the entry and its static imports as async scripts. Each chunk then runs as soon as it has loaded, in its own task,
 * so that no long task blocks input.
 */
function withAsyncScripts(html: string): string {
  return html
    .replace('<script type="module"', '<script async type="module"')
    .replace(
      /<link rel="modulepreload" crossorigin href="([^"]+)">/g,
      '<script async type="module" crossorigin src="$1"></script>',
    );
}
