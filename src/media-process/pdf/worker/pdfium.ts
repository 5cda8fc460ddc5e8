import { PDFiumModule } from '@hyzyla/pdfium';

/** A place in the module's memory. */
export type Pointer = number;

/** What is used of PDFium, by its own names: https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/ */
export interface Pdfium {
  _malloc(byteLength: number): Pointer;
  _free(pointer: Pointer): void;
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(bytes: Pointer, byteLength: number, password: Pointer): Pointer;
  _FPDF_GetLastError(): number;
  _FPDF_GetSecurityHandlerRevision(document: Pointer): number;
  _FPDF_GetPageCount(document: Pointer): number;
  _FPDF_GetPageSizeByIndex(document: Pointer, index: number, width: Pointer, height: Pointer): number;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(pageObject: Pointer): number;
  _FPDFPageObj_GetBounds(pageObject: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number;
  _FPDFPath_CountSegments(path: Pointer): number;
  _FPDFPath_GetPathSegment(path: Pointer, index: number): Pointer;
  _FPDFPathSegment_GetType(segment: Pointer): number;
  _FPDFPathSegment_GetPoint(segment: Pointer, x: Pointer, y: Pointer): number;
  _FPDFFormObj_CountObjects(form: Pointer): number;
  _FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
  _FPDFText_LoadPage(page: Pointer): Pointer;
  _FPDFText_CountChars(text: Pointer): number;
  _FPDFText_GetText(text: Pointer, start: number, count: number, characters: Pointer): number;
  _FPDFText_ClosePage(text: Pointer): void;
  _FPDFBitmap_Create(width: number, height: number, alpha: number): Pointer;
  _FPDFBitmap_FillRect(
    bitmap: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): number;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_GetStride(bitmap: Pointer): number;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDF_RenderPageBitmap_Start(
    bitmap: Pointer,
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
    pause: Pointer,
  ): number;
  _FPDF_RenderPage_Close(page: Pointer): void;
  _FPDF_CreateNewDocument(): Pointer;
  _FPDF_ImportPagesByIndex(target: Pointer, source: Pointer, indexes: Pointer, count: number, at: number): number;
  _FPDF_SaveAsCopy(document: Pointer, writer: Pointer, flags: number): number;
  _FPDF_CloseDocument(document: Pointer): void;
  /** The views are others after the memory has grown. */
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: { readonly __indirect_function_table: WebAssembly.Table };
}

/** PDFium with a memory of its own. */
export async function loadPdfium(module: WebAssembly.Module): Promise<Pdfium> {
  const options = {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
    print: () => undefined,
    // What it complains about is told by what its functions return.
    printErr: () => undefined,
  };
  // The package's own types name a part of the functions that its module has.
  const pdfium = (await PDFiumModule(options)) as unknown as Pdfium;
  pdfium._FPDF_InitLibrary();
  return pdfium;
}

/** Memory for the time of `work`. */
export function withMemory<T>(pdfium: Pdfium, byteLength: number, work: (pointer: Pointer) => T): T {
  const pointer = pdfium._malloc(byteLength);
  if (pointer === 0) {
    throw new RangeError('PDFium has no memory left.');
  }
  try {
    return work(pointer);
  } finally {
    pdfium._free(pointer);
  }
}
