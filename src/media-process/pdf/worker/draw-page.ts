import type { Size } from '../../target-size';
import { addCallback } from './callback';
import { withPage, type OpenDocument } from './document';
import { withMemory, type Pdfium, type Pointer } from './pdfium';

/** Flags of fpdfview.h: with annotations and filled-in forms, and red before blue. */
const annotations = 0x01;
const reverseByteOrder = 0x10;

/** `FPDF_RENDER_DONE` of fpdf_progressive.h. */
const done = 2;

const white = 0xff_ff_ff_ff;

/** Red, green and blue of each pixel; undefined where the page can't be drawn. */
export function drawPage(
  open: OpenDocument,
  { page: number, size }: { readonly page: number; readonly size: Size },
  onStep: () => void,
): Uint8Array | undefined {
  return withPage(open, number, undefined, (page) => {
    const { pdfium } = open;
    const bitmap = pdfium._FPDFBitmap_Create(size.width, size.height, 0);
    if (bitmap === 0) {
      throw new RangeError('PDFium has no memory left.');
    }
    try {
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, size.width, size.height, white);
      return draw(pdfium, { page, bitmap, size }, onStep) ? withoutAlpha(pdfium, bitmap, size) : undefined;
    } finally {
      pdfium._FPDFBitmap_Destroy(bitmap);
    }
  });
}

/** PDFium asks every hundred objects whether to pause, which shows that it goes on. */
function draw(
  pdfium: Pdfium,
  { page, bitmap, size }: { readonly page: Pointer; readonly bitmap: Pointer; readonly size: Size },
  onStep: () => void,
): boolean {
  const needToPause = addCallback(pdfium, 1, () => {
    onStep();
    return 0;
  });
  // IFSDK_PAUSE of fpdf_progressive.h: version, callback, and a value that is not used.
  return withMemory(pdfium, 12, (pause) => {
    pdfium.HEAP32.set([1, needToPause, 0], pause >> 2);
    const flags = annotations | reverseByteOrder;
    const { width, height } = size;
    const result = pdfium._FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, flags, pause);
    pdfium._FPDF_RenderPage_Close(page);
    return result === done;
  });
}

function withoutAlpha(pdfium: Pdfium, bitmap: Pointer, { width, height }: Size): Uint8Array {
  const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium._FPDFBitmap_GetStride(bitmap);
  const memory = pdfium.HEAPU8;
  const pixels = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row++) {
    for (let from = start + row * stride, end = from + width * 4; from < end; from += 4) {
      pixels[to++] = memory[from] ?? 0;
      pixels[to++] = memory[from + 1] ?? 0;
      pixels[to++] = memory[from + 2] ?? 0;
    }
  }
  return pixels;
}
