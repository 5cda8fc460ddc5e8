import type { PacketDecoder, PacketFormat } from './packet-decoder';

interface SampleFormat {
  readonly bytes: number;
  /** A number between -1 and 1. */
  readonly read: (view: DataView, offset: number) => number;
}

const formats: Readonly<Record<string, SampleFormat>> = {
  'pcm-u8': { bytes: 1, read: (view, offset) => (view.getUint8(offset) - 128) / 128 },
  'pcm-s8': { bytes: 1, read: (view, offset) => view.getInt8(offset) / 128 },
  'pcm-s16': { bytes: 2, read: (view, offset) => view.getInt16(offset, true) / 32_768 },
  'pcm-s16be': { bytes: 2, read: (view, offset) => view.getInt16(offset) / 32_768 },
  'pcm-s24': { bytes: 3, read: (view, offset) => int24(view.getUint16(offset, true), view.getInt8(offset + 2)) },
  'pcm-s24be': { bytes: 3, read: (view, offset) => int24(view.getUint16(offset + 1), view.getInt8(offset)) },
  'pcm-s32': { bytes: 4, read: (view, offset) => view.getInt32(offset, true) / 0x8000_0000 },
  'pcm-s32be': { bytes: 4, read: (view, offset) => view.getInt32(offset) / 0x8000_0000 },
  'pcm-f32': { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) },
  'pcm-f32be': { bytes: 4, read: (view, offset) => view.getFloat32(offset) },
  'pcm-f64': { bytes: 8, read: (view, offset) => view.getFloat64(offset, true) },
  'pcm-f64be': { bytes: 8, read: (view, offset) => view.getFloat64(offset) },
  ulaw: { bytes: 1, read: (view, offset) => fromMuLaw(view.getUint8(offset)) },
  alaw: { bytes: 1, read: (view, offset) => fromALaw(view.getUint8(offset)) },
};

/** Sounds that are not compressed, and those of telephones (ITU-T G.711). */
export function createPcmDecoder({ codec, channels, sampleRate }: PacketFormat): PacketDecoder | undefined {
  const format = formats[codec];
  if (!format || channels < 1) {
    return undefined;
  }
  const { bytes, read } = format;
  return {
    preroll: 0,
    decode: (packet) => {
      const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
      const length = Math.floor(packet.byteLength / (bytes * channels));
      const samples = (channel: number): Float32Array =>
        Float32Array.from({ length }, (_, index) => finite(read(view, (index * channels + channel) * bytes)));
      return { sampleRate, channels: Array.from({ length: channels }, (_, channel) => samples(channel)) };
    },
    free: () => undefined,
  };
}

function int24(low: number, high: number): number {
  return (high * 0x1_0000 + low) / 0x80_0000;
}

/** Damaged files hold what is no number. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function fromMuLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return ((bits & 0x80) === 0 ? magnitude : -magnitude) / 32_768;
}

function fromALaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits & 0x70) >> 4;
  const mantissa = ((bits & 0x0f) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
  return ((bits & 0x80) === 0 ? -magnitude : magnitude) / 32_768;
}
