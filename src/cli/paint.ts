/** Colour, where it can be seen and is wanted. */

import * as util from 'node:util';
import type { Output } from './io';

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';
export type Painter = (colour: Colour, text: string) => string;

type Style = (format: Colour, text: string, options: { validateStream: boolean }) => string;

/** Node's own look at stdout is left out: whether to paint is decided below, for the output that is written to. */
const styled: Painter = (colour, text) => (util.styleText as Style)(colour, text, { validateStream: false });

/** Paints only on a terminal, and not when NO_COLOR is set (see no-color.org). */
export function painterOf(output: Output, env: Readonly<Record<string, string | undefined>>): Painter {
  // styleText came with node 20.12
  return output.isTTY && !env.NO_COLOR && 'styleText' in util ? styled : (_colour, text) => text;
}
