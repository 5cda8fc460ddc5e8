import source from './worker/main?text';

/**
 * A page may load its workers from `blob:` only, and may fetch nothing: so the script of the worker comes as text inside
 * of this one, which the panel loads with the first code that is to be coloured.
 */
export function startHighlighter(): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    // A worker that is started has its script.
    URL.revokeObjectURL(url);
  }
}
