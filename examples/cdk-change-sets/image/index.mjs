/** Sends what stands in the queue. */
export async function handler({ Records: letters }) {
  for (const { body } of letters) console.log(`sent: ${body}`);
}
