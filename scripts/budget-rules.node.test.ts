import { describe, expect, it } from 'vitest';
import {
  checkChunks,
  checkPage,
  distinctiveTexts,
  filesOf,
  keyOf,
  type Manifest,
  scriptsOfVisit,
  withinLimit,
} from './lib/budget-rules.mjs';

const manifest: Manifest = {
  'index.html': {
    file: 'assets/index-a.js',
    isEntry: true,
    imports: ['_vendor.js'],
    dynamicImports: ['src/sign-in/page.tsx', 'src/access/page.tsx'],
    css: ['assets/index-a.css'],
  },
  '_vendor.js': { file: 'assets/vendor-b.js' },
  '_phone.js': { file: 'assets/phone-c.js', imports: ['_vendor.js', '_metadata.js'] },
  '_metadata.js': { file: 'assets/metadata-d.js', imports: ['_phone.js'] },
  'src/sign-in/page.tsx': {
    file: 'assets/page-e.js',
    imports: ['index.html', '_phone.js'],
    css: ['assets/page-e.css'],
  },
  'src/access/page.tsx': { file: 'assets/page-f.js', imports: ['_vendor.js'], css: ['assets/page-f.css'] },
};

describe('the sign-in screen', () => {
  it('loads the entry, the page and their imports once each, even if they are cyclic', () => {
    const { javascript, css, later } = filesOf(manifest, ['index.html', 'src/sign-in/page.tsx']);
    expect(javascript).toEqual([
      'assets/index-a.js',
      'assets/metadata-d.js',
      'assets/page-e.js',
      'assets/phone-c.js',
      'assets/vendor-b.js',
    ]);
    expect(css).toEqual(['assets/index-a.css', 'assets/page-e.css']);
    expect(later).toEqual(['src/access/page.tsx']);
  });

  it('is found by its source, if it exists', () => {
    expect(keyOf(manifest, 'src/sign-in/page.tsx')).toBe('src/sign-in/page.tsx');
    expect(keyOf({ _p: { file: 'p.js', src: 'src/sign-in/page.tsx' } }, 'sign-in/page.tsx')).toBe('_p');
    expect(keyOf(manifest, 'src/elsewhere/page.tsx')).toBeUndefined();
  });

  it('may have exactly as many bytes as its limit', () => {
    expect(withinLimit('JavaScript', [60, 40], 100)).toMatchObject({ passed: true });
    expect(withinLimit('JavaScript', [60, 41], 100)).toMatchObject({
      passed: false,
      detail: '101 of 100 bytes gzip in 2 files',
    });
  });
});

describe('the simulated facility', () => {
  it('is recognized by longer texts that only it has', () => {
    const facility =
      "const a = 'a text that only it contains'; const b = 'a text that others contain too'; const c = 'short';";
    expect(distinctiveTexts([facility], ["const x = 'a text that others contain too';"])).toEqual([
      'a text that only it contains',
    ]);
  });
});

describe('the built page', () => {
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';

  it('passes with a policy and external scripts', () => {
    expect(checkPage(`${policy}<script type="module" src="/a.js"></script>`).every(({ passed }) => passed)).toBe(true);
  });

  it.each([
    ['no policy', '<script src="/a.js"></script>'],
    ['unsafe-inline', policy.replace("'self'", "'self' 'unsafe-inline'")],
    ['an inline script without a hash in the policy', `${policy}<script>go()</script>`],
    ['an inline style without a hash', `${policy}<style>a{}</style>`],
    ['a style attribute', `${policy}<p style="color:red"></p>`],
    ['an event handler', `${policy}<body onload="go()">`],
  ])('fails with %s', (_, html) => {
    expect(checkPage(html).some(({ passed }) => !passed)).toBe(true);
  });
});

describe('the limits of chunks', () => {
  const chunks: Manifest = {
    'index.html': { file: 'a.js', src: 'index.html' },
    '_react.js': { file: 'r.js', name: 'react' },
    'src/i18n/catalogues/base/en.ts': { file: 'en.js', src: 'src/i18n/catalogues/base/en.ts' },
    'src/i18n/catalogues/base/es.ts': { file: 'es.js', src: 'src/i18n/catalogues/base/es.ts' },
    'style.css': { file: 's.css', src: 'style.css' },
  };
  const limits = {
    'index.html': 10,
    react: 10,
    'src/i18n/catalogues/base/en.ts': 10,
    'src/i18n/catalogues/base/es.ts': 10,
  };

  it('apply to each chunk', () => {
    expect(checkChunks(chunks, limits, () => 10)).toMatchObject({ passed: true, detail: '4 chunks' });
    expect(checkChunks(chunks, limits, (file) => (file === 'r.js' ? 11 : 1))).toMatchObject({
      passed: false,
      detail: 'react has 11 of 10 bytes',
    });
  });

  it('fail for a chunk without a limit, and for a limit without a chunk', () => {
    const { react: _none, ...others } = limits;
    expect(checkChunks(chunks, others, () => 1).detail).toBe('react has 1 of no bytes');
    expect(checkChunks(chunks, { ...limits, gone: 5 }, () => 1).detail).toBe('gone has a limit but does not exist');
  });

  it('exclude other languages from a visit in one language', () => {
    expect(scriptsOfVisit(chunks, { without: ['react'], language: 'es' })).toEqual(['a.js', 'es.js']);
  });
});
