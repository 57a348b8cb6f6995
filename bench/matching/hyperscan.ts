export async function hyperscan(){ return {} }
