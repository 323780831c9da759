import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type HtmlTagDescriptor, type Plugin, type Rolldown, runnerImport } from 'vite';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';
import { classicScript } from './classic-script.ts';
import { phoneMetadata } from './phone-metadata.ts';
import { startFilesOf } from './start-files.ts';

const root = join(import.meta.dirname, '..');

/**
 * Makes index.html show the sign-in before any script has come: the page as React renders it, its styles, and the boot
 * script, all within the page, for each file more is one more round trip before anything is seen.
 */
export function prerenderedSignIn(): Plugin {
  return {
    name: 'prerendered-sign-in',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const [page, boot] = await Promise.all([prerendered(), bootScript(bundle)]);
        const { html: styled, css } = withoutStyleLinks(html, bundle);
        const tags: HtmlTagDescriptor[] = [
          { tag: 'style', children: css, injectTo: 'head' },
          { tag: 'script', children: boot, injectTo: 'head' },
        ];
        const whole = inPieces(styled)
          .replace('<div id="root"></div>', () => `<div id="root">${page}</div>`)
          // Here, where its place has just been read and nothing has been painted.
          .replace('<main id="lost"', '<script>showSnapshot()</script>\n    <main id="lost"');
        return { html: whole, tags };
      },
    },
  };
}

/** The boot script as one classic script. */
async function bootScript(bundle: Rolldown.OutputBundle): Promise<string> {
  const files = JSON.stringify(startFilesOf(bundle, ALL_LANGUAGES));
  const code = await classicScript(join(root, 'src/boot/boot.ts'), { START_FILES: files });
  if (/<\/script/i.test(code)) throw new Error('the boot script may not contain </script, which would end it');
  return code;
}

/** The sign-in as HTML. */
async function prerendered(): Promise<string> {
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

/** Looks come from the build itself. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? '' : null),
};

/** The page's own style sheets, taken out of it; the files stay, for nobody. */
function withoutStyleLinks(html: string, bundle: Rolldown.OutputBundle): { html: string; css: string } {
  const sheets: string[] = [];
  const rest = html.replace(/\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (_link, file: string) => {
    const asset = bundle[file];
    if (asset?.type !== 'asset') throw new Error(`index.html names ${file}, which is not in the build`);
    sheets.push(String(asset.source));
    return '';
  });
  if (sheets.length === 0) throw new Error('index.html names no style sheet: the prerendered page would have no looks');
  return { html: rest, css: sheets.join('\n').trim() };
}

/**
 * The page is complete without the app, so nothing waits for it; and each of its parts runs when it has come, as a script
 * by itself: React is done with before the rest begins, and no one stretch of work keeps a person's fingers waiting.
 */
function inPieces(html: string): string {
  return html
    .replace('<script type="module"', '<script async type="module"')
    .replace(
      /<link rel="modulepreload" crossorigin href="([^"]+)">/g,
      '<script async type="module" crossorigin src="$1"></script>',
    );
}
