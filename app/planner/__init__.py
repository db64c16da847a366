"""Who goes where: a frozen brief in, a plan out. Plain Python; imported when first asked."""
