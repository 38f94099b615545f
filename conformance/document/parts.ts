// The only place where a reader of pages gathers parts, so that all readers cut text into the same pieces.

import type { Part, Piece } from './page.ts';
import { piecesOfCode, piecesOfText } from './pieces.ts';

interface OpenPart {
  readonly anchor: string;
  readonly section: string | null;
  readonly pieces: Piece[];
  leavesOut: boolean;
}

/** A part that is being read. */
export interface PartWriter {
  /** A paragraph, or the text of a note. */
  readonly text: (text: string) => void;
  readonly code: (code: string) => void;
  readonly leaveOut: () => void;
}

export class Parts {
  readonly #parts: OpenPart[] = [];

  /** Begins a definition; a second signature of the same name goes with the first. */
  define(anchor: string, section: string | null, signature: string): PartWriter {
    const part = this.#part(anchor, section);
    part.pieces.push({ kind: 'signature', text: signature.replace(/\s+/gu, ' ').trim() });
    return writerOf(part);
  }

  /** What stands in a section outside any definition. */
  loose(section: string | null): PartWriter {
    return writerOf(this.#part(`#${section ?? ''}`, section));
  }

  get found(): readonly Part[] {
    return this.#parts.filter(({ pieces }) => pieces.length > 0);
  }

  #part(anchor: string, section: string | null): OpenPart {
    const there = this.#parts.find((part) => part.anchor === anchor);
    if (there !== undefined) return there;
    const part = { anchor, section, pieces: [], leavesOut: false };
    this.#parts.push(part);
    return part;
  }
}

function writerOf(part: OpenPart): PartWriter {
  return {
    text: (text) => void part.pieces.push(...piecesOfText(text)),
    code: (code) => void part.pieces.push(...piecesOfCode(code)),
    leaveOut: () => {
      part.leavesOut = true;
    },
  };
}
