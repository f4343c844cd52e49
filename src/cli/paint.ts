/** Colour, where it can be seen and is wanted. */

import * as util from 'node:util';
import type { Output } from './io';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';
export type Painter = (colour: Colour, text: string) => string;

/** Paints only on a terminal, and not when NO_COLOR is set (see no-color.org). */
export function painterOf(output: Output, env: Readonly<Record<string, string | undefined>>): Painter {
  // styleText came with node 20.12
  return output.isTTY && !env.NO_COLOR && 'styleText' in util ? (colour, text) => util.styleText(colour, text) : (_colour, text) => text;
}
