// Stands in for the package `codec-parser` in the bundles. The decoders of FLAC and Vorbis import it to find packets in
// files, which mediabunny does here; what is used of them needs only these names.
export default class NoCodecParser {}
export const codecFrames = 'codecFrames';
export const data = 'data';
export const header = 'header';
export const isLastPage = 'isLastPage';
export const totalSamples = 'totalSamples';
export const vorbisComments = 'vorbisComments';
export const vorbisSetup = 'vorbisSetup';
