import { t } from '@vscode/l10n';

/** What a decoder complains about, in its own words but without the names of its functions. */
export function complaint(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  const words = line
    .replace(/^Input buffer has corrupt header:\s*/, '')
    .replace(/^(\w+load_buffer|VipsJpeg|glib):\s*/, '');
  return words === '' ? t('its header makes no sense') : words;
}
