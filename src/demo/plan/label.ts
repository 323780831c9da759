const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters outside of this range may combine into one grapheme. */
const PLAIN = /^[ -~]*$/;

function* graphemesOf(text: string): Iterable<string> {
  // Most names are ASCII, and a segmenter is slow for thousands of them.
  if (PLAIN.test(text)) yield* text;
  else for (const { segment } of graphemes.segment(text)) yield segment;
}

const WIDE = /^[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Estimated width in em; rounded up, because text is not clipped. */
function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 1.4;
  if (/^[MWmw@%—…]/.test(grapheme)) return 1.05;
  if (/^[ .,:;'|!ijlftrI()[\]-]/.test(grapheme)) return 0.42;
  if (/^[A-Z<>&]/.test(grapheme)) return 0.8;
  return 0.68;
}

/** Estimated width of the text, in the unit of the font size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme);
  return width * size;
}

/**
 * Breaks the text between words into at most `lines` lines of at most `width`; the last one ends with an ellipsis when
 * the text is longer. Width and font size are in the same unit.
 */
export function fitted(text: string, width: number, size: number, lines: number): string[] {
  const done: string[] = [];
  let rest = text.trim();
  while (rest !== '' && done.length < lines) {
    const head = done.length === lines - 1 ? cut(rest, width, size) : firstLine(rest, width, size);
    if (head === '') break;
    done.push(head);
    rest = rest.slice(head.length).trim();
    if (head.endsWith('…')) break;
  }
  return done;
}

/** As many whole words as fit into one line; a first word that is too long is cut. */
function firstLine(text: string, width: number, size: number): string {
  let line = '';
  for (const [word] of text.matchAll(/\s*\S+/gu)) {
    if (textWidth(line + word, size) > width) break;
    line += word;
  }
  return line === '' ? cut(text, width, size) : line;
}

function cut(text: string, width: number, size: number): string {
  let used = 0;
  let kept = '';
  const available = width - textWidth('…', size);
  for (const grapheme of graphemesOf(text)) {
    used += widthOf(grapheme) * size;
    if (used > width) return `${kept.trimEnd()}…`;
    if (used <= available) kept += grapheme;
  }
  return text;
}
