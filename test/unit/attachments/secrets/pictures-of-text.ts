import sharp from 'sharp';

/** A screenshot of an editor: these lines in fixed-width type, light on dark. */
export async function pictureOfCode(lines: readonly string[], { fontSize = 16 } = {}): Promise<Buffer> {
  const lineHeight = Math.round(fontSize * 1.5);
  const width = Math.round(Math.max(...lines.map(({ length }) => length)) * fontSize * 0.62) + 80;
  const texts = lines.map(
    (line, index) =>
      `<text x="40" y="${40 + (index + 1) * lineHeight}" xml:space="preserve" fill="#d4d4d4" font-family="DejaVu Sans Mono" font-size="${fontSize}">${escaped(line)}</text>`,
  );
  const height = lines.length * lineHeight + 90;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#1e1e1e"/>${texts.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).png().toBuffer();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
