const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Beyond these a character may be a part of what is seen as one. */
const PLAIN = /^[ -~]*$/;

function* graphemesOf(text: string): Iterable<string> {
  // Names are plain as a rule, and a segmenter takes its time over thousands of them.
  if (PLAIN.test(text)) yield* text;
  else for (const { segment } of graphemes.segment(text)) yield segment;
}

const WIDE = /^[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** About as wide as a grapheme is drawn, in parts of the font's size; rather more than less, as nothing is cut off. */
function widthOf(grapheme: string): number {
  if (WIDE.test(grapheme)) return 1.4;
  if (/^[MWmw@%—…]/.test(grapheme)) return 1.05;
  if (/^[ .,:;'|!ijlftrI()[\]-]/.test(grapheme)) return 0.42;
  if (/^[A-Z<>&]/.test(grapheme)) return 0.8;
  return 0.68;
}

/** About as wide as the text is drawn at that size of font, in the same unit as the size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += widthOf(grapheme);
  return width * size;
}

/**
 * The text in at most `lines` lines of at most `width`, broken between words; the last ends with an ellipsis where there
 * is more. Width and size are in the same unit.
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

/** As many whole words as fit; a word too long for a line is cut. */
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
  const room = width - textWidth('…', size);
  for (const grapheme of graphemesOf(text)) {
    used += widthOf(grapheme) * size;
    if (used > width) return `${kept.trimEnd()}…`;
    if (used <= room) kept += grapheme;
  }
  return text;
}
