import { t } from '@vscode/l10n';
import { startsWith } from '../../util/bytes';
import { chunksOf, pngSignature } from './png-chunks';

/** What a decoder complains about, in its own words but without the names of its functions. */
export function complaint(message: string, source?: Uint8Array): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  if (/premature end|unexpected end/i.test(line) || (source && isPngCutOff(source))) {
    return t('it ends early');
  }
  const words = line
    .replace(/^Input buffer has corrupt header:\s*/, '')
    .replace(/^(\w+load_buffer|VipsJpeg|vipspng|glib):\s*/, '');
  return words === '' ? t('its header makes no sense') : words;
}

/** The decoder of PNGs says the same of all that is wrong with one. */
function isPngCutOff(source: Uint8Array): boolean {
  return startsWith(source, pngSignature) && ![...chunksOf(source)].some(({ type }) => type === 'IEND');
}
