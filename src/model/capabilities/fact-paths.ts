import type { ModelCapabilities } from '../../shared/capabilities';

/** Names of the facts that are told, such as `input.image`, `contextTokens` and `price`. */
export function factPaths({ input, output, images, ...single }: ModelCapabilities): readonly string[] {
  return [
    ...Object.keys(input ?? {}).map((modality) => `input.${modality}`),
    ...Object.keys(output ?? {}).map((modality) => `output.${modality}`),
    ...Object.keys(images ?? {}).map((limit) => `images.${limit}`),
    ...Object.keys(single),
  ];
}
