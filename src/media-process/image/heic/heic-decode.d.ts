declare module 'heic-decode' {
  function decodeHeic(options: { readonly buffer: Uint8Array }): Promise<decodeHeic.Decoded>;

  namespace decodeHeic {
    interface Decoded {
      readonly width: number;
      readonly height: number;
      /** RGBA. */
      readonly data: Uint8ClampedArray<ArrayBuffer>;
    }

    /** A picture in the container, with the size that it claims. */
    interface Picture {
      readonly width: number;
      readonly height: number;
      decode(): Promise<Decoded>;
    }

    function all(options: {
      readonly buffer: Uint8Array;
    }): Promise<readonly Picture[] & { /** Frees what the pictures hold. */ dispose(): void }>;
  }

  export = decodeHeic;
}
