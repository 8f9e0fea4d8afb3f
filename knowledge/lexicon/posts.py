"""The posts that persons hold, as plans and speeches name them."""

from __future__ import annotations

POSTS = "书记|主任委员|主任|常务副[省市县区]长|[省市县区州盟旗局院所厅部校站处科股镇乡组会队园]长|秘书长|护士长|理事长|主席|总经理|总会计师|负责人"
"""What finds a post; one with a wider name stands before the shorter (主任委员, 主任)."""
