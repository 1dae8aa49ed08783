"""The public API: the same answers as the pages, for machines; one module for each capability."""

from ninja import Router

from certificates.rest import experts, files, lists, progress, verification


router = Router()
router.add_router("", lists.router)  # before the numbers: `bulk` is none
router.add_router("", verification.router)
router.add_router("", files.router)
router.add_router("", progress.router)
router.add_router("", experts.router)
