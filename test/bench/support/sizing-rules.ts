import type { Size } from '../../../src/model/media-rules/media-rules';

/**
 * GitHub Copilot Chat: nothing where a side is at most 768 already; else the longer side to 2,048 and then the shorter to
 * 768, up or down, which together is the shorter side to 768 (microsoft/vscode, resizeImage).
 */
export function copilotSize({ width, height }: Size): Size {
  if (width <= 768 || height <= 768) {
    return { width, height };
  }
  return scaled({ width, height }, 768 / Math.min(width, height));
}

/** Continue: fitted into 1,024 × 1,024, as JPEG of quality 0.7 (continuedev/continue, gui/src/components/mainInput). */
export function continueSize(size: Size): Size {
  return scaled(size, Math.min(1, 1_024 / Math.max(size.width, size.height)));
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
