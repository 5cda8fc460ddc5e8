import { loadScript, loadStyles } from '../page-files';
import type { DrawFormula } from './formulas';

/** Loads KaTeX with its style sheet, which in turn loads those of its fonts that are used. */
export async function loadFormulas(): Promise<DrawFormula> {
  const [script] = await Promise.all([loadScript('math.js'), loadStyles('math.css')]);
  // The build of this same version wrote it.
  return (script as { readonly drawFormula: DrawFormula }).drawFormula;
}
