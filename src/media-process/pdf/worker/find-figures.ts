import type { Pdfium, Pointer } from './pdfium';
import { isDrawing, type PathSegment } from './is-drawing';

/** Objects of a page that are looked at, those inside of others included; a map may have a million. */
const maxObjects = 20_000;
/** Groups inside of groups. */
const maxDepth = 8;

/** `FPDF_PAGEOBJ_…` of fpdf_edit.h. */
const pathType = 2;
const imageType = 3;
const shadingType = 4;
const formType = 5;

/** Square points, of all pictures and of all drawings on a page. */
export interface FigureAreas {
  readonly largestImage: number;
  readonly drawn: number;
  readonly objectCount: number;
}

/** How much of a page pictures, shadings and drawings take. */
export function findFigures(pdfium: Pdfium, page: Pointer, memory: Pointer): FigureAreas {
  let objectCount = 0;
  let largestImage = 0;
  let drawn = 0;

  const visit = (pageObject: Pointer, depth: number, limit: number): void => {
    objectCount++;
    const type = pdfium._FPDFPageObj_GetType(pageObject);
    // What lies inside of a group is measured in the group's own units, so it takes no more than the group.
    const area = type === pathType || type >= imageType ? Math.min(limit, areaOf(pdfium, pageObject, memory)) : 0;
    if (type === imageType) {
      largestImage = Math.max(largestImage, area);
    } else if (type === shadingType || (type === pathType && isDrawing(segmentsOf(pdfium, pageObject, memory)))) {
      drawn += area;
    } else if (type === formType && depth < maxDepth) {
      const count = pdfium._FPDFFormObj_CountObjects(pageObject);
      for (let index = 0; index < count && objectCount < maxObjects; index++) {
        visit(pdfium._FPDFFormObj_GetObject(pageObject, index), depth + 1, area);
      }
    }
  };

  const count = pdfium._FPDFPage_CountObjects(page);
  for (let index = 0; index < count && objectCount < maxObjects; index++) {
    visit(pdfium._FPDFPage_GetObject(page, index), 0, Infinity);
  }
  return { largestImage, drawn, objectCount };
}

function areaOf(pdfium: Pdfium, pageObject: Pointer, memory: Pointer): number {
  if (!pdfium._FPDFPageObj_GetBounds(pageObject, memory, memory + 4, memory + 8, memory + 12)) {
    return 0;
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = pdfium.HEAPF32.subarray(memory >> 2, (memory >> 2) + 4);
  return Math.abs((right - left) * (top - bottom));
}

/** Segments of a path that tell what it is. */
const maxSegments = 64;

function segmentsOf(pdfium: Pdfium, path: Pointer, memory: Pointer): readonly PathSegment[] {
  const count = Math.min(maxSegments, pdfium._FPDFPath_CountSegments(path));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const segment = pdfium._FPDFPath_GetPathSegment(path, index);
    pdfium._FPDFPathSegment_GetPoint(segment, memory, memory + 4);
    const [x = 0, y = 0] = pdfium.HEAPF32.subarray(memory >> 2, (memory >> 2) + 2);
    return { type: segmentTypes[pdfium._FPDFPathSegment_GetType(segment)] ?? 'line', x, y };
  });
}

/** `FPDF_SEGMENT_…` of fpdf_edit.h, by their numbers. */
const segmentTypes = ['line', 'curve', 'move'] as const;
