import type { ModelCapabilities } from '../../shared/capabilities';

/** What is known from several sides, fact by fact; the earlier side wins. A price is one fact. */
export function mergeCapabilities(...layers: readonly ModelCapabilities[]): ModelCapabilities {
  return layers.reduceRight(
    (further, nearer) => ({
      ...further,
      ...nearer,
      ...(nearer.input && further.input && { input: { ...further.input, ...nearer.input } }),
      ...(nearer.output && further.output && { output: { ...further.output, ...nearer.output } }),
      ...(nearer.images && further.images && { images: { ...further.images, ...nearer.images } }),
    }),
    {},
  );
}
