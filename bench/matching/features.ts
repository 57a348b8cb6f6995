export function features(){ return {} }
