import { BLANK, type CellContent } from "../../tables/filled";
import { readNumber } from "../number";
import { isFigure } from "../sheet-view";

const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

const isSpace = (character: string): boolean => /[\s\u200b-\u200f\u2060\ufeff]/.test(character);

/** Spaces and characters that print nothing, taken off both ends. */
export function trimCell(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start]!)) start += 1;
  while (end > start && isSpace(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/** What a written cell holds: a plain number as a number, all else as it is written, with the number that it probably means. */
export function contentOfWritten(written: string): CellContent {
  const text = trimCell(written);
  if (text === "") return BLANK;
  if (PLAIN.test(text)) {
    const value = Number(text);
    return { type: "number", value: value === 0 ? 0 : value };
  }
  const meant = readNumber(text);
  return meant ? { type: "text", text, meant } : { type: "text", text };
}

/** Whether a text may stand for a figure where cells are told by separators. */
export function isFigureCell(text: string): boolean {
  const trimmed = trimCell(text);
  return trimmed !== "" && isFigure({ type: "text", text: trimmed });
}

/** Whether a text may stand for a figure where labels are broken into pieces: numerals in words number labels there. */
export function isFigurePiece(text: string): boolean {
  return (/\d|[０-９]/.test(text) || /^(?:[-—－/／]|——)$/.test(text)) && isFigureCell(text);
}
