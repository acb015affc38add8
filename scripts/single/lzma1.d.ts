// What is used of lzma1, to which tsconfig.json leads its paths: its own types are its source, which is less strict.

export function compress(bytes: Uint8Array): Uint8Array;
export function decompress(packed: Uint8Array): Uint8Array;

export class InputBuffer {
  constructor(bytes: Uint8Array);
}

export class OutputBuffer {
  constructor(size: number);
  toArray(): Uint8Array<ArrayBuffer>;
}

export class Decoder {
  decompress(input: InputBuffer, output: OutputBuffer): void;
}
