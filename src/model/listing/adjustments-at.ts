import type { Adjustment } from '../../shared/adjustment';
import { kindAtAddress } from './kind-at-address';
import { ollamaAdjustments } from './read-ollama';

/** How the server at an address has to be asked as far as the address tells. */
export function adjustmentsAt(baseUrl: string): readonly Adjustment[] {
  return kindAtAddress(baseUrl) === 'ollama' ? ollamaAdjustments : [];
}
