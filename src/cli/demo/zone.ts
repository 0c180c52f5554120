/** Everything in the demonstration goes by this clock. */
export const demoZone = 'Asia/Shanghai'
