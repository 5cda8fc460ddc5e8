const names: Readonly<Record<string, string>> = {
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'image/svg+xml': 'SVG',
  'image/vnd.microsoft.icon': 'ICO',
  'image/x-icon': 'ICO',
  'video/quicktime': 'MOV',
  'video/x-matroska': 'MKV',
  'video/x-msvideo': 'AVI',
};

/** `PNG`, `MP3`: a format as people call it. */
export function formatMediaType(mediaType: string): string {
  return names[mediaType] ?? mediaType.replace(/^.*\/(?:x-|vnd\.)?/, '').toUpperCase();
}
