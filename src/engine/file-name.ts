/**
 * A name from a template (a pipeline, a bucket, an action) as the name of one file or folder. What a template
 * says is a stranger's text: no separator, no `..`, nothing hidden gets through.
 */
export function fileName(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9.@_+=-]+/g, '-').replace(/^\.+/, '_').slice(0, 128);
  return plain === '' ? '_' : plain;
}
