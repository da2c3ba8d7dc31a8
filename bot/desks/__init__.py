"""What people may ask and order, without a chat around it: readers, subscribers, editors."""
