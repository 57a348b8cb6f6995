export async function askPostgres(..._:unknown[]){ return {} }
